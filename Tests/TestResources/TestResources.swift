// The types are generated from the files in crds.
