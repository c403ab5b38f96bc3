"""A bulletin as somebody brings it becomes its text: Word, PDF, a saved web page, pasted words."""
