"""What a command is, where it is offered, when it can be used. The commands themselves stand beside their features."""
