// The types are generated from the files in crds, for the tests of the adapters.
