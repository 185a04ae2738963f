// Types as in swiftkube's 'SwiftkubeModel'; see the README of this example. Some names are lowercase,
// because swiftkube uses the names of Kubernetes' packages.

// swift-format-ignore: TypeNamesShouldBeCapitalized
/// The types of `meta`.
public enum meta {
    // swift-format-ignore: TypeNamesShouldBeCapitalized
    /// The types of `meta/v1`.
    public enum v1 {
        /// What identifies an object.
        public struct ObjectMeta: Codable, Hashable, Sendable {
            /// The name.
            public var name: String?
            /// The namespace.
            public var namespace: String?
            /// The labels.
            public var labels: [String: String]?

            /// Creates a value.
            public init(
                name: String? = nil,
                namespace: String? = nil,
                labels: [String: String]? = nil
            ) {
                self.name = name
                self.namespace = namespace
                self.labels = labels
            }
        }

        /// Selects objects by labels.
        public struct LabelSelector: Codable, Hashable, Sendable {
            /// The labels that an object must have.
            public var matchLabels: [String: String]?

            /// Creates a value.
            public init(matchLabels: [String: String]? = nil) {
                self.matchLabels = matchLabels
            }
        }
    }
}

// swift-format-ignore: TypeNamesShouldBeCapitalized
/// The types of `core`.
public enum core {
    // swift-format-ignore: TypeNamesShouldBeCapitalized
    /// The types of `core/v1`.
    public enum v1 {
        /// What pods are made from.
        public struct PodTemplateSpec: Codable, Hashable, Sendable {
            /// What identifies a pod.
            public var metadata: meta.v1.ObjectMeta?
            /// What a pod runs.
            public var spec: PodSpec?

            /// Creates a value.
            public init(metadata: meta.v1.ObjectMeta? = nil, spec: PodSpec? = nil) {
                self.metadata = metadata
                self.spec = spec
            }
        }

        /// What a pod runs.
        public struct PodSpec: Codable, Hashable, Sendable {
            /// The containers.
            public var containers: [Container]

            /// Creates a value.
            public init(containers: [Container]) {
                self.containers = containers
            }
        }

        /// A container of a pod.
        public struct Container: Codable, Hashable, Sendable {
            /// The name.
            public var name: String
            /// The image that is run.
            public var image: String?

            /// Creates a value.
            public init(name: String, image: String? = nil) {
                self.name = name
                self.image = image
            }
        }
    }
}
