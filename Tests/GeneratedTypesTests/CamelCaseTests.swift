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

    @Test func `messages have the names in camelCase`() throws {
        let level = FieldLevel(of: Parcel.self)
        #expect(level.name(of: "apiVersion") == "apiVersion")
        let metadata = try #require(level.next(.key("metadata")))
        #expect(metadata.name(of: "creationTimestamp") == "creationTimestamp")
        let owner = try #require(metadata.next(.key("ownerReferences"))?.next(.index(0)))
        #expect(owner.name(of: "blockOwnerDeletion") == "blockOwnerDeletion")
    }
}
