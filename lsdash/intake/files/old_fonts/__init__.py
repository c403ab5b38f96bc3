"""Vietnamese set in fonts of before Unicode, whose places hold other letters than they say."""
