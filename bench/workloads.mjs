/** What is measured: a package, its modules, the Pythons and NumPys. Wheels only, so that no build is in it. */
export const WORKLOADS = {
  small: { packages: ['bottleneck==1.4.2'], numpys: ['1.26.4', '2.0.2', '2.2.6'] },
  pandas: { packages: ['pandas==2.2.3'], numpys: ['1.26.4', '2.0.2', '2.2.6'] },
  science: {
    packages: ['scikit-learn==1.5.2', 'scipy==1.14.1'],
    numpys: ['1.26.4', '2.0.2', '2.1.3'],
  },
  // Half of the combinations fail.
  red: { packages: ['pandas==2.0.3'], numpys: ['1.25.2', '1.26.4', '2.0.2', '2.2.6'] },
};
