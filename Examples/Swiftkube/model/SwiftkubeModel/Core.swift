// Types as in swiftkube's 'SwiftkubeModel', as far as this example needs them. Parameters are in
// alphabetical order, and absent values are encoded as 'null', as in swiftkube.

// swift-format-ignore: TypeNamesShouldBeCapitalized
/// The types of `core`.
public enum core {
    // swift-format-ignore: TypeNamesShouldBeCapitalized
    /// The types of `core/v1`.
    public enum v1 {}
}

extension core.v1 {
    /// The template of pods.
    public struct PodTemplateSpec: KubernetesResource {
        /// The field `metadata`.
        public var metadata: meta.v1.ObjectMeta?
        /// The field `spec`.
        public var spec: PodSpec?

        /// Creates a template.
        public init(metadata: meta.v1.ObjectMeta? = nil, spec: PodSpec? = nil) {
            self.metadata = metadata
            self.spec = spec
        }

        /// Writes absent values as `null`.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(metadata, forKey: .metadata)
            try container.encode(spec, forKey: .spec)
        }
    }

    /// The desired state of a pod.
    public struct PodSpec: KubernetesResource {
        /// The field `containers`.
        public var containers: [Container]
        /// The field `nodeName`.
        public var nodeName: String?

        /// Creates a state.
        public init(containers: [Container], nodeName: String? = nil) {
            self.containers = containers
            self.nodeName = nodeName
        }

        /// Writes absent values as `null`.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(containers, forKey: .containers)
            try container.encode(nodeName, forKey: .nodeName)
        }
    }

    /// A container of a pod.
    public struct Container: KubernetesResource {
        /// The field `command`.
        public var command: [String]?
        /// The field `image`.
        public var image: String?
        /// The field `name`.
        public var name: String

        /// Creates a container.
        public init(command: [String]? = nil, image: String? = nil, name: String) {
            self.command = command
            self.image = image
            self.name = name
        }

        /// Writes absent values as `null`.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(command, forKey: .command)
            try container.encode(image, forKey: .image)
            try container.encode(name, forKey: .name)
        }
    }
}
