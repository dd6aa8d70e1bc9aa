import numpy
from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            "my_extension",
            sources=["src/my_extension.c"],
            include_dirs=[numpy.get_include()],
            define_macros=[("NPY_NO_DEPRECATED_API", "NPY_1_7_API_VERSION")],
        )
    ]
)
