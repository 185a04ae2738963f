// Types as in swiftkube's 'SwiftkubeModel'; see the README of this example. Some names are lowercase,
// because swiftkube uses the names of Kubernetes' packages. Parameters are in alphabetical order, and
// absent values are encoded as 'null', as in swiftkube.

public import Foundation

// swift-format-ignore: TypeNamesShouldBeCapitalized
/// The types of `meta`.
public enum meta {
    // swift-format-ignore: TypeNamesShouldBeCapitalized
    /// The types of `meta/v1`.
    public enum v1 {}
}

extension meta.v1 {
    /// The metadata of an object.
    public struct ObjectMeta: KubernetesResource {
        /// The field `annotations`.
        public var annotations: [String: String]?
        /// The field `creationTimestamp`.
        public var creationTimestamp: Date?
        /// The field `deletionGracePeriodSeconds`.
        public var deletionGracePeriodSeconds: Int64?
        /// The field `deletionTimestamp`.
        public var deletionTimestamp: Date?
        /// The field `finalizers`.
        public var finalizers: [String]?
        /// The field `generateName`.
        public var generateName: String?
        /// The field `generation`.
        public var generation: Int64?
        /// The field `labels`.
        public var labels: [String: String]?
        /// The field `managedFields`.
        public var managedFields: [ManagedFieldsEntry]?
        /// The field `name`.
        public var name: String?
        /// The field `namespace`.
        public var namespace: String?
        /// The field `ownerReferences`.
        public var ownerReferences: [OwnerReference]?
        /// The field `resourceVersion`.
        public var resourceVersion: String?
        /// The field `selfLink`.
        public var selfLink: String?
        /// The field `uid`.
        public var uid: String?

        /// Creates metadata.
        public init(
            annotations: [String: String]? = nil,
            creationTimestamp: Date? = nil,
            deletionGracePeriodSeconds: Int64? = nil,
            deletionTimestamp: Date? = nil,
            finalizers: [String]? = nil,
            generateName: String? = nil,
            generation: Int64? = nil,
            labels: [String: String]? = nil,
            managedFields: [ManagedFieldsEntry]? = nil,
            name: String? = nil,
            namespace: String? = nil,
            ownerReferences: [OwnerReference]? = nil,
            resourceVersion: String? = nil,
            selfLink: String? = nil,
            uid: String? = nil
        ) {
            self.annotations = annotations
            self.creationTimestamp = creationTimestamp
            self.deletionGracePeriodSeconds = deletionGracePeriodSeconds
            self.deletionTimestamp = deletionTimestamp
            self.finalizers = finalizers
            self.generateName = generateName
            self.generation = generation
            self.labels = labels
            self.managedFields = managedFields
            self.name = name
            self.namespace = namespace
            self.ownerReferences = ownerReferences
            self.resourceVersion = resourceVersion
            self.selfLink = selfLink
            self.uid = uid
        }

        /// Writes absent values as `null`.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(annotations, forKey: .annotations)
            try container.encode(creationTimestamp, forKey: .creationTimestamp)
            try container.encode(deletionGracePeriodSeconds, forKey: .deletionGracePeriodSeconds)
            try container.encode(deletionTimestamp, forKey: .deletionTimestamp)
            try container.encode(finalizers, forKey: .finalizers)
            try container.encode(generateName, forKey: .generateName)
            try container.encode(generation, forKey: .generation)
            try container.encode(labels, forKey: .labels)
            try container.encode(managedFields, forKey: .managedFields)
            try container.encode(name, forKey: .name)
            try container.encode(namespace, forKey: .namespace)
            try container.encode(ownerReferences, forKey: .ownerReferences)
            try container.encode(resourceVersion, forKey: .resourceVersion)
            try container.encode(selfLink, forKey: .selfLink)
            try container.encode(uid, forKey: .uid)
        }
    }

    /// The fields that a manager manages.
    public struct ManagedFieldsEntry: KubernetesResource {
        /// The field `apiVersion`.
        public var apiVersion: String?
        /// The field `fieldsType`.
        public var fieldsType: String?
        /// The field `fieldsV1`.
        public var fieldsV1: JSONObject?
        /// The field `manager`.
        public var manager: String?
        /// The field `operation`.
        public var operation: String?
        /// The field `subresource`.
        public var subresource: String?
        /// The field `time`.
        public var time: Date?
    }

    /// A reference to an owner.
    public struct OwnerReference: KubernetesResource {
        /// The field `apiVersion`.
        public var apiVersion: String
        /// The field `blockOwnerDeletion`.
        public var blockOwnerDeletion: Bool?
        /// The field `controller`.
        public var controller: Bool?
        /// The field `kind`.
        public var kind: String
        /// The field `name`.
        public var name: String
        /// The field `uid`.
        public var uid: String

        /// Creates a reference.
        public init(
            apiVersion: String,
            blockOwnerDeletion: Bool? = nil,
            controller: Bool? = nil,
            kind: String,
            name: String,
            uid: String
        ) {
            self.apiVersion = apiVersion
            self.blockOwnerDeletion = blockOwnerDeletion
            self.controller = controller
            self.kind = kind
            self.name = name
            self.uid = uid
        }
    }

    /// The metadata of a list.
    public struct ListMeta: KubernetesResource {
        /// The field `continue`.
        public var `continue`: String?
        /// The field `remainingItemCount`.
        public var remainingItemCount: Int64?
        /// The field `resourceVersion`.
        public var resourceVersion: String?
        /// The field `selfLink`.
        public var selfLink: String?

        /// Creates metadata.
        public init(
            `continue`: String? = nil,
            remainingItemCount: Int64? = nil,
            resourceVersion: String? = nil,
            selfLink: String? = nil
        ) {
            self.continue = `continue`
            self.remainingItemCount = remainingItemCount
            self.resourceVersion = resourceVersion
            self.selfLink = selfLink
        }
    }

    /// Selects objects by labels.
    public struct LabelSelector: KubernetesResource {
        /// The field `matchExpressions`.
        public var matchExpressions: [LabelSelectorRequirement]?
        /// The field `matchLabels`.
        public var matchLabels: [String: String]?

        /// Creates a selector.
        public init(
            matchExpressions: [LabelSelectorRequirement]? = nil,
            matchLabels: [String: String]? = nil
        ) {
            self.matchExpressions = matchExpressions
            self.matchLabels = matchLabels
        }

        /// Writes absent values as `null`.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(matchExpressions, forKey: .matchExpressions)
            try container.encode(matchLabels, forKey: .matchLabels)
        }
    }

    /// A requirement on a label.
    public struct LabelSelectorRequirement: KubernetesResource {
        /// The field `key`.
        public var key: String
        /// The field `operator`.
        public var `operator`: String
        /// The field `values`.
        public var values: [String]?

        /// Creates a requirement.
        public init(key: String, `operator`: String, values: [String]? = nil) {
            self.key = key
            self.operator = `operator`
            self.values = values
        }
    }
}
