// A quantity is a value of the language.
@_exported public import KubernetesUnits
