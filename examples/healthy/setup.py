import numpy
from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            "healthy",
            sources=["src/healthy.c"],
            include_dirs=[numpy.get_include()],
            define_macros=[
                ("NPY_NO_DEPRECATED_API", "NPY_1_7_API_VERSION"),
                # The oldest NumPy that may load it: what `dependencies` promises.
                ("NPY_TARGET_VERSION", "NPY_1_23_API_VERSION"),
            ],
        )
    ]
)
