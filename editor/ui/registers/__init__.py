"""The registers in the window: people and organisations; tags, issuing bodies, sources and documents."""
