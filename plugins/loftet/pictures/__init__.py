"""Photographs as the site publishes them: drawn anew, so that nothing of the camera's own knowledge is left.

The only package that knows Pillow and resvg. A photo file is read by `photograph`, written in sizes and
formats by `encoding`, kept between builds by `cache`, found in the register and addressed by `gallery`.
"""
