import CRDRuntime
import ConfiguredResources
import Testing

/// The names that types of the runtime have in a module with `naming: camelCase`.
struct CamelCaseTests {
    @Test func `metadata and constants are in camelCase`() {
        var metadata = ObjectMeta(name: "a")
        metadata.creationTimestamp = "2026-01-02T03:04:05Z"
        metadata.resourceVersion = "7"
        metadata.generateName = "a-"
        metadata.deletionTimestamp = "2026-01-02T03:04:06Z"
        metadata.managedFields = [["manager": "kubectl"]]
        metadata.unknownFields["b"] = 1
        metadata.ownerReferences = [.init(api_version: "v1", kind: "Pod", name: "p", uid: "1")]
        metadata.ownerReferences?[0].apiVersion = "v2"
        metadata.ownerReferences?[0].blockOwnerDeletion = true
        #expect(metadata.creation_timestamp == metadata.creationTimestamp)
        #expect(metadata.deletion_timestamp == metadata.deletionTimestamp)
        #expect(metadata.resource_version == metadata.resourceVersion)
        #expect(metadata.generate_name == metadata.generateName)
        #expect(metadata.managed_fields == metadata.managedFields)
        #expect(metadata.unknown_fields == metadata.unknownFields)
        let owner = metadata.owner_references?.first
        #expect(owner?.api_version == "v2" && owner?.block_owner_deletion == true)
        #expect(owner?.apiVersion == "v2" && owner?.blockOwnerDeletion == true)
        #expect(Parcel.apiVersion == "shop.example.com/v1")
        #expect(Parcel(metadata: metadata).apiVersion == Parcel.api_version)
    }

    @Test func `conditions and selectors are in camelCase`() {
        var condition = Condition(
            last_transition_time: "",
            message: "",
            reason: "R",
            status: .true,
            type: "Ready"
        )
        condition.lastTransitionTime = "2026-01-02T03:04:05Z"
        condition.observedGeneration = 3
        #expect(condition.last_transition_time == condition.lastTransitionTime)
        #expect(condition.observed_generation == condition.observedGeneration)
        var selector = LabelSelector(matchLabels: ["a": "b"])
        selector.matchExpressions = [.init(key: "a", operator: "Exists")]
        #expect(selector.match_labels == selector.matchLabels)
        #expect(selector.match_expressions == selector.matchExpressions)
        selector.matchLabels?["c"] = "d"
        #expect(selector.match_labels["c"] == "d")
    }

    @Test func `parameters are in camelCase`() {
        let owner = OwnerReference(
            apiVersion: "v1",
            blockOwnerDeletion: true,
            controller: false,
            kind: "Pod",
            name: "p",
            uid: "1"
        )
        #expect(owner.api_version == "v1" && owner.block_owner_deletion == true)
        #expect(owner.controller == false && owner.uid == "1")
        let condition = Condition(
            lastTransitionTime: "2026-01-02T03:04:05Z",
            message: "m",
            observedGeneration: 3,
            reason: "R",
            status: .unknown,
            type: "Ready"
        )
        #expect(condition.last_transition_time == "2026-01-02T03:04:05Z")
        #expect(condition.observed_generation == 3 && condition.status == .unknown)
        #expect(condition.message == "m" && condition.reason == "R" && condition.type == "Ready")
        #expect(LabelSelector() == LabelSelector(matchExpressions: nil))
    }

    @Test func `all parameters of metadata are in camelCase`() throws {
        let metadata = ObjectMeta(
            name: "a",
            namespace: "b",
            labels: ["a": "b"],
            annotations: ["c": "d"],
            generateName: "a-",
            uid: "1",
            resourceVersion: "2",
            generation: 3,
            creationTimestamp: "2026-01-02T03:04:05Z",
            deletionTimestamp: "2026-01-02T03:04:06Z",
            deletionGracePeriodSeconds: 4,
            finalizers: ["e/f"],
            ownerReferences: [.init(apiVersion: "v1", kind: "Pod", name: "p", uid: "5")],
            managedFields: [["manager": "kubectl"]],
            selfLink: "/a"
        )
        var other = ObjectMeta(
            name: "a",
            namespace: "b",
            labels: ["a": "b"],
            annotations: ["c": "d"],
            generate_name: "a-",
            uid: "1",
            resource_version: "2",
            generation: 3,
            creation_timestamp: "2026-01-02T03:04:05Z",
            deletion_timestamp: "2026-01-02T03:04:06Z",
            deletion_grace_period_seconds: 4,
            finalizers: ["e/f"],
            owner_references: [.init(api_version: "v1", kind: "Pod", name: "p", uid: "5")],
            managed_fields: [["manager": "kubectl"]],
            self_link: "/a"
        )
        #expect(metadata == other)
        #expect(other.selfLink == "/a" && other.deletionGracePeriodSeconds == 4)
        other.selfLink = nil
        other.deletionGracePeriodSeconds = 5
        #expect(other.self_link == nil && other.deletion_grace_period_seconds == 5)
        // A call in which every parameter is one word is not ambiguous.
        #expect(ObjectMeta(name: "a", namespace: "b") == .init(name: "a", namespace: "b", uid: nil))
    }

    @Test func `objects without a generated type have names in camelCase`() {
        var map = UntypedResource(
            apiVersion: "v1",
            kind: "ConfigMap",
            metadata: .init(generateName: "a-"),
            unknownFields: ["data": ["a": "b"]]
        )
        #expect(map.api_version == "v1" && map.unknown_fields["data"]?["a"] == "b")
        map.apiVersion = "v2"
        map.unknownFields["data"]?["a"] = "c"
        #expect(map.apiVersion == "v2" && map["data"]?["a"] == "c")
        #expect((map as any KubernetesObject).apiVersion == "v2")
        var template = EmbeddedResource(
            apiVersion: "v1",
            kind: "ConfigMap",
            metadata: .init(name: "a"),
            unknownFields: ["data": ["a": "b"]]
        )
        #expect(template.api_version == "v1" && template.unknown_fields["data"]?["a"] == "b")
        template.apiVersion = "v2"
        template.unknownFields["data"]?["a"] = "c"
        #expect(template.apiVersion == "v2" && template["data"]?["a"] == "c")
    }

    @Test func `messages have the names in camelCase`() throws {
        let level = FieldLevel(of: Parcel.self)
        #expect(level.name(of: "apiVersion") == "apiVersion")
        let metadata = try #require(level.next(.key("metadata")))
        #expect(metadata.name(of: "creationTimestamp") == "creationTimestamp")
        let owner = try #require(metadata.next(.key("ownerReferences"))?.next(.index(0)))
        #expect(owner.name(of: "blockOwnerDeletion") == "blockOwnerDeletion")
    }
}
