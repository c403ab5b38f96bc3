"""What figures come to: wholes and parts, changes of earlier figures, money that is decided."""
