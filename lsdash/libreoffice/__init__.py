"""Files of older programs made Word or Excel files by LibreOffice, on machines that have it."""
