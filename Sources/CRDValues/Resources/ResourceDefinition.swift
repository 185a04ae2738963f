/// The definition of one version of a resource in its CustomResourceDefinition, without the schema.
public struct ResourceDefinition: Hashable, Sendable {
    /// The scope of a resource (`spec.scope`).
    public enum Scope: String, Hashable, Sendable {
        /// Each resource belongs to a namespace.
        case namespaced = "Namespaced"
        /// Resources belong to the whole cluster.
        case cluster = "Cluster"
    }

    /// The names under `spec.names`.
    public struct Names: Hashable, Sendable {
        /// The kind (`kind`), such as `TrainingJob`.
        public var kind: String
        /// The plural name (`plural`), which is the last part of the URL path, such as
        /// `trainingjobs`.
        public var plural: String
        /// The singular name (`singular`), such as `trainingjob`.
        public var singular: String
        /// The kind of lists (`listKind`), such as `TrainingJobList`.
        public var listKind: String
        /// The short names that `kubectl` accepts (`shortNames`).
        public var shortNames: [String]
        /// The categories in which the resource is listed (`categories`), such as `all`.
        public var categories: [String]

        /// Creates the names.
        public init(
            kind: String,
            plural: String,
            singular: String,
            listKind: String,
            shortNames: [String] = [],
            categories: [String] = []
        ) {
            self.kind = kind
            self.plural = plural
            self.singular = singular
            self.listKind = listKind
            self.shortNames = shortNames
            self.categories = categories
        }
    }

    /// A column that `kubectl get` prints (`additionalPrinterColumns`).
    public struct PrinterColumn: Hashable, Sendable {
        /// The heading.
        public var name: String
        /// The type: `integer`, `number`, `string`, `boolean` or `date`.
        public var type: String
        /// The OpenAPI format, such as `int32`.
        public var format: String?
        /// The description of the column.
        public var description: String?
        /// The priority: columns with 0 are always shown, others only with `-o wide`.
        public var priority: Int
        /// The JSON path of the value in a resource, such as `.status.phase`.
        public var jsonPath: String

        /// Creates a column.
        public init(
            name: String,
            type: String,
            format: String? = nil,
            description: String? = nil,
            priority: Int = 0,
            jsonPath: String
        ) {
            self.name = name
            self.type = type
            self.format = format
            self.description = description
            self.priority = priority
            self.jsonPath = jsonPath
        }
    }

    /// The scale subresource (`subresources.scale`): the JSON paths of the replica counts.
    public struct Scale: Hashable, Sendable {
        /// The path of the desired number of replicas (`specReplicasPath`), such as
        /// `.spec.replicas`.
        public var specReplicasPath: String
        /// The path of the current number of replicas (`statusReplicasPath`), such as
        /// `.status.replicas`.
        public var statusReplicasPath: String
        /// The path of the label selector (`labelSelectorPath`).
        public var labelSelectorPath: String?

        /// Creates a scale subresource.
        public init(
            specReplicasPath: String,
            statusReplicasPath: String,
            labelSelectorPath: String? = nil
        ) {
            self.specReplicasPath = specReplicasPath
            self.statusReplicasPath = statusReplicasPath
            self.labelSelectorPath = labelSelectorPath
        }
    }

    /// The API group, such as `sagemaker.services.k8s.aws`.
    public var group: String
    /// The version, such as `v1alpha1`.
    public var version: String
    /// The names: kind, plural, singular, short names and categories.
    public var names: Names
    /// The scope: namespaced or cluster.
    public var scope: Scope
    /// Whether the API server serves this version.
    public var isServed: Bool
    /// Whether the API server stores resources in this version.
    public var isStorage: Bool
    /// Whether the version is deprecated.
    public var isDeprecated: Bool
    /// The API server's warning about a deprecated version; `nil` for the default warning.
    public var deprecationWarning: String?
    /// The columns that `kubectl get` prints.
    public var printerColumns: [PrinterColumn]
    /// Whether `status` is a subresource, which is updated separately.
    public var hasStatusSubresource: Bool
    /// The scale subresource; `nil` if there is none.
    public var scale: Scale?
    /// The JSON paths that field selectors can use (`selectableFields`), such as `.spec.color`.
    public var selectableFields: [String]

    /// Creates a definition.
    public init(
        group: String,
        version: String,
        names: Names,
        scope: Scope,
        isServed: Bool = true,
        isStorage: Bool = true,
        isDeprecated: Bool = false,
        deprecationWarning: String? = nil,
        printerColumns: [PrinterColumn] = [],
        hasStatusSubresource: Bool = false,
        scale: Scale? = nil,
        selectableFields: [String] = []
    ) {
        self.group = group
        self.version = version
        self.names = names
        self.scope = scope
        self.isServed = isServed
        self.isStorage = isStorage
        self.isDeprecated = isDeprecated
        self.deprecationWarning = deprecationWarning
        self.printerColumns = printerColumns
        self.hasStatusSubresource = hasStatusSubresource
        self.scale = scale
        self.selectableFields = selectableFields
    }

    /// The `apiVersion` in manifests: `group/version`, or the version alone for the core group.
    public var apiVersion: String {
        group.isEmpty ? version : "\(group)/\(version)"
    }
}
