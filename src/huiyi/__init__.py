"""Huiyi: curated records of Chinese Communist Party central meetings, and the tools that keep them true."""

__version__ = "0.1.0"
