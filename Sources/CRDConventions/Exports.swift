// Whoever uses these conventions can name and use the runtime's types without a second import.
@_exported public import CRDRuntime
@_exported public import KubernetesUnits
