"""The outside world becomes the model."""
