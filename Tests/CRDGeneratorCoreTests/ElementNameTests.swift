import Testing

@testable import CRDGeneratorCore

/// The names of the types of elements.
struct ElementNameTests {
    private static func table(_ text: String) -> [(property: String, name: String)] {
        text.split(whereSeparator: \.isWhitespace).map { pair in
            let words = pair.split(separator: "=").map(String.init)
            return (words[0], words[1])
        }
    }

    @Test(
        arguments: table(
            """
            tags=Tag conditions=Condition volumes=Volume keys=Key gateways=Gateway flows=Flow
            policies=Policy entries=Entry ipFamilies=IpFamily cookies=Cookie movies=Movie
            addresses=Address classes=Class ingresses=Ingress processGroups=ProcessGroup
            statuses=Status scanStatuses=ScanStatus hostAliases=HostAlias hostaliases=Hostalias
            prefixes=Prefix boxes=Box indexes=Index matches=Match patches=Patch caches=Cache
            branches=Branch approaches=Approach hashes=Hash meshes=Mesh sizes=Size
            databases=Database releases=Release cases=Case licenses=License responses=Response
            courses=Course services=Service images=Image perspectives=Perspective queues=Queue
            metrics=Metric topics=Topic replicas=Replica schemas=Schema repos=Repo slos=Slo
            subnetIDs=SubnetID PVCs=PVC rootCAs=RootCA serverURLs=ServerURL vgw-IDs=VgwID
            gpus=Gpu cpus=Cpu vms=Vm acls=Acl apis=Api ips=Ip extraEnvs=ExtraEnv sysctls=Sysctl
            args=Arg attrs=Attr refs=Ref configs=Config algorithms=Algorithm columns=Column
            windows=Window accessModes=AccessMode printer_columns=PrinterColumn
            """
        )
    )
    func `the elements of a plural have its singular`(property: String, name: String) {
        #expect(SwiftName.element(property) == name)
    }

    @Test(arguments: [
        "status", "podStatus", "podstatus", "previous", "dns", "DNS", "coreDns", "https", "tls",
        "mtls", "portLevelMtls", "backendtls", "nfs", "vfs", "cephfs", "aws", "eks", "rds", "kms",
        "os", "iops", "gitOps", "cors", "k8s", "s3s", "IDS", "S", "s", "as", "Ps",
        "class", "access", "ingress", "egress", "process", "address",
        "alias", "canvas", "atlas", "bias", "bus", "nexus", "analysis", "redis", "axis", "chaos",
        "series", "species", "news", "lens", "data", "metadata", "kubernetes", "postgres",
        "jenkins", "nats", "statistics", "diagnostics", "indices", "matrices", "axes", "bases",
        "leaves", "heroes", "caches2", "includes", "requires", "contains", "spec", "env", "",
    ])
    func `a name that is no plural for sure stays`(property: String) {
        #expect(SwiftName.element(property) == SwiftName.type(property))
    }

    @Test(arguments: [
        "types", "sets", "protocols", "strings", "arrays", "errors", "optionals", "tasks",
        "results", "IDs", "selves", "urls", "anys",
    ])
    func `a singular never has another meaning in Swift`(property: String) {
        #expect(!SwiftKeywords.takenTypeNames.contains(SwiftName.element(property)))
    }

    @Test(arguments: [
        ("{tags: {type: array, items: OBJECT}}", ["Tag"]),
        ("{tags: {type: object, additionalProperties: OBJECT}}", ["Tag"]),
        ("{tags: {type: array, items: {type: array, items: OBJECT}}}", ["Tag"]),
        ("{tags: OBJECT}", ["Tags"]),
        ("{modes: {type: array, items: {enum: [a], type: string}}}", ["Mode"]),
        ("{types: {type: array, items: OBJECT}}", ["Types"]),
        // One type: the shape is the same.
        ("{tag: OBJECT, tags: {type: array, items: OBJECT}}", ["Tag"]),
        ("{tag: OTHER, tags: {type: array, items: OBJECT}}", ["Tag", "Tags"]),
        ("{widgets: {type: array, items: OBJECT}}", ["Widgets"]),
        (
            "{a: {properties: {tags: {items: OBJECT}}}, b: {properties: {tags: {items: OTHER}}}}",
            ["A", "B", "BTag", "Tag"]
        ),
        (
            "{jobs: {items: {properties: {env: OBJECT}}}, tags: {items: {properties: {env: OTHER}}}}",
            ["Env", "Job", "Tag", "TagEnv"]
        ),
    ])
    func `types of elements are named so, if nothing else is`(
        properties: String,
        names: [String]
    ) throws {
        let schema =
            properties
            .replacing("OBJECT", with: "{type: object, properties: {a: {type: string}}}")
            .replacing("OTHER", with: "{type: object, properties: {b: {type: string}}}")
        let type = try GeneratedVersion(properties: schema).type
        #expect((type.structs.map(\.name) + type.enums.map(\.name)).sorted() == names)
    }

    @Test func `the name of an element can be changed by its path`() throws {
        let version = try GeneratedVersion(
            properties: "{tags: {type: array, items: {properties: {a: {type: string}}}}}",
            configuration: "renames: {types: {Widget.tags: Label}}"
        )
        #expect(version.type.structs.map(\.name) == ["Label"])
        #expect(version.diagnostics.isEmpty)
    }
}
