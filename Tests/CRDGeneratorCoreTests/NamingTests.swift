import CRDSchema
import CRDValues
import CRDYAML
import TestSupport
import Testing

@testable import CRDGeneratorCore

/// The names that generated code declares.
struct NamingTests {
    /// Property → attribute, from the reference provider's pages.
    private static let published = """
        securityGroupIDs security_group_i_ds
        clusterIPs cluster_i_ps
        destinationCIDRs destination_cid_rs
        associatedVPCs associated_vp_cs
        memberClustersOutpostARNs member_clusters_outpost_ar_ns
        blockPublicACLs block_public_ac_ls
        cidrIPv6 cidr_i_pv6
        customerOwnedIPv4Pool customer_owned_i_pv4_pool
        amazonProvidedIPv6CIDRBlock amazon_provided_i_pv6_cidr_block
        ipv6CIDRBlock ipv6_cidr_block
        volumeSizeInGB volume_size_in_gb
        enableSageMakerMetricsTimeSeries enable_sage_maker_metrics_time_series
        targetMBean target_m_bean
        wireguardMTUV6 wireguard_mtuv6
        enableLNIAtDeviceIndex enable_lni_at_device_index
        openShiftOAuthUserCredentialsSecret open_shift_o_auth_user_credentials_secret
        webUIIngressName web_ui_ingress_name
        bpfL3IfacePattern bpf_l3_iface_pattern
        etcdV3CompactionPeriod etcd_v3_compaction_period
        outputS3URI output_s3_uri
        fieldsV1 fields_v1
        kmsKeyID kms_key_id
        curveP521 curve_p521
        apiURLOverride api_url_override
        nonResourceURLs non_resource_urls
        externalServerURLs external_server_urls
        openVSXURL open_vsx_url
        rStudioConnectURL r_studio_connect_url
        akeylessGWApiURL akeyless_gw_api_url
        URL url
        QPS qps
        -XX xx
        -Xms xms
        3scale threescale
        $schema dollarschema
        redis-cacheLimit redis_cache_limit
        httpProbe/inputs http_probe_inputs
        auth.generic_oauth auth_generic_oauth
        external_image_storage.azure_blob external_image_storage_azure_blob
        nat-outgoing nat_outgoing
        http2ProtocolOptions http2_protocol_options
        proxy100Continue proxy100_continue
        s3OutputPath s3_output_path
        x25519 x25519
        usePOST use_post
        type_ type_
        _id _id
        json:triggers json_triggers
        externalURLs external_urls
        """
        .split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            return (words[0], words[1])
        }

    @Test(arguments: published)
    func `an attribute has the name that the provider publishes`(property: String, name: String) {
        #expect(SnakeCase.attribute(property) == name)
        #expect(SwiftName.attribute(property) == name)
    }

    @Test(arguments: [
        ("APIcast", "ap_icast"), ("APIMatic", "api_matic"), ("GraphQLApi", "graph_ql_api"),
        ("ArgoCD", "argo_cd"), ("IPAMBlock", "ipam_block"),
        ("CiliumBGPLoadBalancerIPPool", "cilium_bgp_load_balancer_ip_pool"),
        ("NATGateway", "nat_gateway"), ("KafkaMirrorMaker2", "kafka_mirror_maker2"),
        ("GitLab", "git_lab"), ("DNSChaos", "dns_chaos"), ("PodIOChaos", "pod_io_chaos"),
        ("FunctionURLConfig", "function_url_config"), ("FooURLs", "foo_ur_ls"),
        ("Foo_Bar", "foo__bar"), ("apps.3scale.net", "apps_3scale_net"),
        ("security-profiles-operator.x-k8s.io", "security_profiles_operator_x_k8s_io"),
    ])
    func `a kind or group has the name that the provider publishes`(text: String, name: String) {
        #expect(SnakeCase.name(text) == name)
    }

    @Test(arguments: [
        ("two words", "two_words"), ("a  b", "a_b"), ("7zip", "_7zip"), ("é", "empty_"),
        ("naïve", "na_ve"), ("", "empty"), ("_", "empty_"), ("-", "empty"), ("a\"b\\(c)", "a_b_c_"),
        ("a\n}", "a_"), ("`a`", "_a_"), ("x;import y", "x_import_y"), ("a\u{301}", "a_"),
        ("\u{212A}", "empty_"), ("*/", "empty__"),
    ])
    func `an attribute is an identifier`(property: String, name: String) {
        #expect(SwiftName.attribute(property) == name)
    }

    @Test(arguments: [
        ("s3OutputPath", "s3OutputPath"), ("securityGroupIDs", "securityGroupIDs"),
        ("ip-address", "ipAddress"), ("URLPath", "urlPath"), ("URL", "url"), ("URLs", "urls"),
        ("Path", "path"), ("QPSLimit", "qpsLimit"), ("$schema", "schema"), ("3scale", "_3scale"),
        ("a.b_c", "aBC"), ("_id", "id"), ("v1.2", "v1_2"), ("two words", "twoWords"), ("", "empty"),
        ("é", "empty"), ("x509SVID", "x509SVID"),
    ])
    func `an attribute may be in camelCase`(property: String, name: String) {
        #expect(AttributeName.usual(property, .camelCase) == name)
    }

    @Test func `attributes that are renamed have their names before all others`() {
        let scope = AttributeName.Scope(.camelCase, inResource: true)
        let keys = ["size", "Size", "extent", "schemaJSON"]
        let names = ["size_3", "size_2", "size", "schemaJSON_2"]
        #expect(scope.names(of: keys, renamed: ["extent": "size"]) == names)
    }

    @Test(arguments: [
        ("algorithmSpecification", "AlgorithmSpecification"), ("ip-address", "IpAddress"),
        ("$schema", "Schema"), ("3scale", "_3scale"), ("a b", "AB"), ("", "Empty"), ("_", "Empty"),
        ("é", "Empty"), ("URL", "URL"), ("a.b/c", "ABC"),
    ])
    func `a type is an identifier in CamelCase`(property: String, name: String) {
        #expect(SwiftName.type(property) == name)
    }

    @Test(arguments: [
        ("TrainingJob", "TrainingJob"), ("widget", "Widget"), ("Foo-Bar", "FooBar"),
        ("String", "StringResource"), ("Type", "TypeResource"), ("Int", "IntResource"),
    ])
    func `a resource is named after its kind`(kind: String, name: String) {
        #expect(SwiftName.resource(kind) == name)
    }

    @Test(arguments: [
        ("sagemaker.services.k8s.aws", "SagemakerServicesK8sAws"),
        ("cert-manager.io", "CertManagerIo"),
        ("3scale.net", "_3scaleNet"), ("", "Core"),
    ])
    func `a group is a type`(group: String, name: String) {
        #expect(SwiftName.group(group) == name)
    }

    @Test(arguments: [
        ("v1", "V1"), ("v1alpha1", "V1Alpha1"), ("v2beta10", "V2Beta10"), ("alpha", "Alpha"),
        ("v1-alpha1", "V1_Alpha1"), ("v0-0-10", "V0_0_10"), ("a--b", "A__B"),
        ("v20240101", "V20240101"), ("self", "SelfVersion"),
        ("type", "TypeVersion"), ("any", "AnyVersion"), ("string", "StringVersion"),
    ])
    func `a version is a type`(version: String, name: String) {
        #expect(SwiftName.version(version) == name)
    }

    @Test func `versions have different names`() {
        let versions = [
            "v0-0-10", "v0-01-0", "v0010", "v00-10", "v1-alpha1", "v1alpha1", "v1alpha-1", "v1a",
            "v1-a",
            "self", "self-version", "selfversion", "string", "string-version", "v-1", "v--1", "v1",
        ]
        #expect(Set(versions.map(SwiftName.version)).count == versions.count)
    }

    @Test(arguments: [
        ("class", "`class`"), ("default", "`default`"), ("in", "`in`"), ("self", "`self`"),
        ("Type", "Type"), ("name", "name"), ("protocol", "`protocol`"), ("init", "`init`"),
    ])
    func `a keyword is written in back-ticks`(name: String, written: String) {
        #expect(SwiftName.escaped(name) == written)
    }

    @Test(arguments: [
        ("AWS", true), ("V1", true), ("aws", false), ("A-B", false), ("", false), ("A B", false),
        ("String", false), ("Self", false), ("Ä", false), ("1A", false), ("_", false),
        ("V0_1", true), ("_1A", true), ("_A", false),
    ])
    func `a name in the configuration is a type's`(name: String, isOne: Bool) {
        #expect(SwiftName.isTypeName(name) == isOne)
    }
}

// MARK: - Collisions

extension NamingTests {
    @Test(arguments: [
        (["hostPath", "host_path"], ["host_path", "host_path_2"]),
        (["host_path", "hostPath"], ["host_path_2", "host_path"]),
        (["a-b", "a_b", "a b", "aB"], ["a_b_3", "a_b_4", "a_b", "a_b_2"]),
        (["a", "b"], ["a", "b"]),
        (["é", "e\u{301}", "è"], ["empty__2", "e_", "empty_"]),
    ])
    func `attributes of one name are numbered`(keys: [String], names: [String]) {
        var scope = NameScope()
        #expect(
            scope.names(of: keys.map { (key: $0, name: SwiftName.attribute($0)) }) == names
        )
    }

    @Test(.timeLimit(.minutes(15)))
    func `thousands of siblings may want one name`() {
        var scope = NameScope()
        let names = scope.names(of: (0..<20_000).map { (key: "k\($0)", name: "name") })
        #expect(Set(names).count == 20_000)
        #expect(names.contains("name_20000"))
    }

    @Test func `names do not depend on the order of siblings`() throws {
        let keys = [
            "hostPath", "host_path", "host-path", "HostPath", "hostpath", "URL", "url", "id",
        ]
        let seed = UInt64.random(in: 0 ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let first = try Self.names(of: keys)
        #expect(Set(first.values).count == keys.count)
        for _ in 0..<20 {
            #expect(try Self.names(of: keys.shuffled(using: &generator)) == first)
        }
    }

    /// Key → attribute, of a resource with these properties.
    private static func names(of keys: [String]) throws -> [String: String] {
        let properties = keys.map { "'\($0)': {type: string}" }.joined(separator: ", ")
        let text = try CRDText.replacing(
            "type: object",
            by: "type: object\nproperties: {\(properties)}"
        )
        var builder = ModelBuilder(file: "crd.yaml")
        let type = builder.build(try #require(try Reading.only(text).versions.first))
        let pairs = type.root.attributes.map { ($0.key, $0.name) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    @Test func `members that a resource has anyway are no names of attributes`() throws {
        let names = try Self.names(of: ["id", "yaml", "schema", "definition", "apiversion"])
        #expect(Set(names.values).isDisjoint(with: ["id", "yaml", "schema", "definition"]))
    }
}
