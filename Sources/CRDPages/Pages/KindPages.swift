import CRDGeneratorCore
import CRDValues

/// The pages of a kind, one for each version.
struct KindPages {
    /// The pages: served versions are first, the newest before others.
    private(set) var pages: [ReferencePage]

    /// The page of the newest served version.
    var newest: ReferencePage { pages[0] }

    /// The API group, as shown.
    var group: String { newest.definition.groupTitle }

    /// Returns the kinds of some pages, sorted by group and name.
    static func kinds(of pages: [ReferencePage]) -> [KindPages] {
        var kinds: [KindPages] = []
        for page in pages.sorted(by: isListed) {
            if kinds.last?.newest.isOfSameKind(as: page) == true {
                kinds[kinds.count - 1].pages.append(page)
            } else {
                kinds.append(KindPages(pages: [page]))
            }
        }
        return kinds
    }

    /// Returns the kinds of each group.
    ///
    /// - Parameter kinds: Kinds, sorted by group.
    /// - Returns: A list for each group, which is not empty.
    static func groups(of kinds: [KindPages]) -> [[KindPages]] {
        var groups: [[KindPages]] = []
        for kind in kinds {
            if groups.last?[0].group == kind.group {
                groups[groups.count - 1].append(kind)
            } else {
                groups.append([kind])
            }
        }
        return groups
    }

    /// The order by group and kind; of a kind, served versions are first, the newest before others.
    static func isListed(_ left: ReferencePage, before right: ReferencePage) -> Bool {
        let (left, right) = (left.definition, right.definition)
        if left.group != right.group { return left.group < right.group }
        if left.names.kind != right.names.kind { return left.names.kind < right.names.kind }
        if left.isServed != right.isServed { return left.isServed }
        return VersionOrder.isBefore(left.version, right.version)
    }
}

extension ReferencePage {
    /// Whether another page has the same group and kind.
    fileprivate func isOfSameKind(as other: ReferencePage) -> Bool {
        definition.group == other.definition.group
            && definition.names.kind == other.definition.names.kind
    }
}
