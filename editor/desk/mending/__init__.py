"""What is damaged in a library, and how it is mended."""
