"""What one press or one word of the editor changes in a review, at more than one place of it."""
