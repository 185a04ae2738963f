// The types are generated from crds/names.yaml.
