/// What a CustomResourceDefinition says about one version of a resource, besides its schema.
public struct ResourceDefinition: Hashable, Sendable {
    /// Whether resources live in namespaces (`spec.scope`).
    public enum Scope: String, Hashable, Sendable {
        /// Each resource belongs to a namespace.
        case namespaced = "Namespaced"
        /// Resources belong to the whole cluster.
        case cluster = "Cluster"
    }

    /// The names under `spec.names`.
    public struct Names: Hashable, Sendable {
        /// `kind`, such as `TrainingJob`.
        public var kind: String
        /// `plural`, the last part of the URL path, such as `trainingjobs`.
        public var plural: String
        /// `singular`, such as `trainingjob`.
        public var singular: String
        /// `listKind`, such as `TrainingJobList`.
        public var listKind: String
        /// `shortNames` that `kubectl` takes.
        public var shortNames: [String]
        /// `categories` that the resource is listed under, such as `all`.
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
        /// `integer`, `number`, `string`, `boolean` or `date`.
        public var type: String
        /// The OpenAPI format, such as `int32`.
        public var format: String?
        /// The text that explains the column.
        public var description: String?
        /// 0 for columns that are always shown; greater ones appear with `-o wide`.
        public var priority: Int
        /// Where the value stands in a resource, such as `.status.phase`.
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

    /// The scale subresource (`subresources.scale`): where the counts of replicas stand.
    public struct Scale: Hashable, Sendable {
        /// `specReplicasPath`, such as `.spec.replicas`.
        public var specReplicasPath: String
        /// `statusReplicasPath`, such as `.status.replicas`.
        public var statusReplicasPath: String
        /// `labelSelectorPath`, where a selector is kept.
        public var labelSelectorPath: String?

        /// Creates the paths.
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
    /// Kind, plural, singular, short names and categories.
    public var names: Names
    /// Whether resources live in namespaces.
    public var scope: Scope
    /// Whether the API server answers requests for this version.
    public var isServed: Bool
    /// Whether resources are stored in this version.
    public var isStorage: Bool
    /// Whether the version is deprecated.
    public var isDeprecated: Bool
    /// The warning that the API server gives for a deprecated version, if the CRD has its own.
    public var deprecationWarning: String?
    /// The columns that `kubectl get` prints.
    public var printerColumns: [PrinterColumn]
    /// Whether `status` is a subresource, written apart from the rest.
    public var hasStatusSubresource: Bool
    /// The scale subresource, if there is one.
    public var scale: Scale?
    /// The paths that field selectors may name (`selectableFields`), such as `.spec.color`.
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

    /// `apiVersion` as manifests write it: `group/version`, or the version alone for the core group.
    public var apiVersion: String {
        group.isEmpty ? version : "\(group)/\(version)"
    }
}
