import CRDSchema
import CRDValues
import CRDYAML
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

@Suite struct DocsNameTests {
    @Test(arguments: [
        ("securityGroupIDs", "security_group_i_ds"),
        ("clusterIPs", "cluster_i_ps"),
        ("destinationCIDRs", "destination_cid_rs"),
        ("associatedVPCs", "associated_vp_cs"),
        ("memberClustersOutpostARNs", "member_clusters_outpost_ar_ns"),
        ("cidrIPv6", "cidr_i_pv6"),
        ("customerOwnedIPv4Pool", "customer_owned_i_pv4_pool"),
        ("amazonProvidedIPv6CIDRBlock", "amazon_provided_i_pv6_cidr_block"),
        ("ipv6CIDRBlock", "ipv6_cidr_block"),
        ("volumeSizeInGB", "volume_size_in_gb"),
        ("enableSageMakerMetricsTimeSeries", "enable_sage_maker_metrics_time_series"),
        ("targetMBean", "target_m_bean"),
        ("wireguardMTUV6", "wireguard_mtuv6"),
        ("enableLNIAtDeviceIndex", "enable_lni_at_device_index"),
        ("openShiftOAuthUserCredentialsSecret", "open_shift_o_auth_user_credentials_secret"),
        ("webUIIngressName", "web_ui_ingress_name"),
        ("bpfL3IfacePattern", "bpf_l3_iface_pattern"),
        ("etcdV3CompactionPeriod", "etcd_v3_compaction_period"),
        ("outputS3URI", "output_s3_uri"),
        ("fieldsV1", "fields_v1"),
        ("curveP521", "curve_p521"),
        ("apiURLOverride", "api_url_override"),
        ("nonResourceURLs", "non_resource_urls"),
        ("openVSXURL", "open_vsx_url"),
        ("rStudioConnectURL", "r_studio_connect_url"),
        ("akeylessGWApiURL", "akeyless_gw_api_url"),
        ("URL", "url"),
        ("QPS", "qps"),
        ("-XX", "xx"),
        ("-Xms", "xms"),
        ("3scale", "threescale"),
        ("$schema", "dollarschema"),
        ("redis-cacheLimit", "redis_cache_limit"),
        ("httpProbe/inputs", "http_probe_inputs"),
        ("auth.generic_oauth", "auth_generic_oauth"),
        ("json:triggers", "json_triggers"),
        ("http2ProtocolOptions", "http2_protocol_options"),
        ("proxy100Continue", "proxy100_continue"),
        ("s3OutputPath", "s3_output_path"),
        ("x25519", "x25519"),
        ("usePOST", "use_post"),
        ("type_", "type_"),
        ("_id", "_id"),
    ])
    func `a property has the attribute name of the provider`(_ property: String, _ name: String) {
        #expect(SnakeCase.attribute(property) == name)
        #expect(SwiftName.attribute(property) == name)
    }

    @Test(arguments: [
        ("APIcast", "ap_icast"),
        ("APIMatic", "api_matic"),
        ("GraphQLApi", "graph_ql_api"),
        ("ArgoCD", "argo_cd"),
        ("CiliumBGPLoadBalancerIPPool", "cilium_bgp_load_balancer_ip_pool"),
        ("NATGateway", "nat_gateway"),
        ("KafkaMirrorMaker2", "kafka_mirror_maker2"),
        ("DNSChaos", "dns_chaos"),
        ("PodIOChaos", "pod_io_chaos"),
        ("FunctionURLConfig", "function_url_config"),
        ("FooURLs", "foo_ur_ls"),
        ("Foo_Bar", "foo__bar"),
        ("apps.3scale.net", "apps_3scale_net"),
        ("security-profiles-operator.x-k8s.io", "security_profiles_operator_x_k8s_io"),
    ])
    func `a kind or group has the name of the provider`(_ text: String, _ name: String) {
        #expect(SnakeCase.name(text) == name)
    }

    @Test(arguments: [
        ("sagemaker.services.k8s.aws", "sagemaker_services_k8s_aws_training_job_v1.md"),
        ("", "training_job_v1.md"),
    ])
    func `a file is named after group, kind and version`(_ group: String, _ name: String) {
        let names = ResourceDefinition.Names(
            kind: "TrainingJob",
            plural: "trainingjobs",
            singular: "trainingjob",
            listKind: "TrainingJobList"
        )
        let version = CustomResourceDefinition.Version(
            definition: ResourceDefinition(
                group: group,
                version: "v1",
                names: names,
                scope: .cluster
            ),
            schema: .anything,
            schemaNode: nil,
            preservesUnknownFields: false,
            position: SourcePosition(line: 1, column: 1)
        )
        var builder = ModelBuilder(file: "crd.yaml")
        let page = ReferencePage(version: version, type: builder.build(version), detail: .plain)
        #expect(page.fileName == name)
        #expect(page.text.contains("subcategory: \"\(group.isEmpty ? "core" : group)\""))
    }
}
