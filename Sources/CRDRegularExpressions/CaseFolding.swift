/// Scalars that are equal where case is ignored: simple case folding of Unicode 15.0, the version
/// that Go 1.25 has (`CaseFolding.txt` of the Unicode Character Database, `unicode.SimpleFold`).
enum CaseFolding {
    /// Returns all other scalars with the same folding.
    static func others(of code: UInt32) -> [UInt32] {
        guard let first = firsts[code], let orbit = orbits[first] else { return [] }
        return orbit.filter { $0 != code }
    }

    /// Adds all scalars with the same folding as a scalar in some ranges.
    static func widened(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result = ranges
        for range in ranges {
            if range.count < orbits.count {
                for code in range {
                    for other in others(of: code) { result.append(other...other) }
                }
            } else {
                for orbit in orbits.values where orbit.contains(where: range.contains) {
                    for other in orbit { result.append(other...other) }
                }
            }
        }
        return result
    }

    /// The scalars with the same folding, by the smallest of them.
    private static let orbits: [UInt32: [UInt32]] = {
        var orbits: [UInt32: [UInt32]] = [:]
        for (code, first) in firsts { orbits[first, default: []].append(code) }
        return orbits
    }()

    /// The smallest scalar with the same folding, by scalar; it may be the scalar itself.
    private static let firsts: [UInt32: UInt32] = {
        var firsts: [UInt32: UInt32] = [:]
        var numbers = PackedNumbers(table[...])
        var start: UInt32 = 0
        while let gap = numbers.next(), let shape = numbers.next(), let distance = numbers.next() {
            start += gap
            let stride = shape & 1 + 1
            for position in 0...shape >> 1 {
                let code = start + position * stride
                firsts[code] = code - distance
                firsts[code - distance] = code - distance
            }
        }
        return firsts
    }()

    /// For each run of scalars with the same distance from the least: how far it begins behind the
    /// run before; twice its length less one, and 1 if it is every second scalar; the distance.
    private static let table = """
        D1BiB0DvBcB0ocB09Bf1Bi517f1hBd1Bd0Dp25150Jc431501401601701851701501301431501401801102201102\
        2011022f1f0Cf2h1j0110220110D110Bo2B71B70E23h1p0110F350110G3491c0Gi10Ge22Gd30Ga20Gb50Gd30Gf5\
        0Gh10Gj60Gj30Gl30Gmb0Gq30Gq50Gq10C512Gp20C760GrGv31601B20Ck30X7g0B614B54eB080Dk12B020Y71fB0\
        13B040v27B080C012Bv30Bu10Bp40Bf10Bm1082n1n0Cm10Cg20Dk10Cs10D030110720124E2BjBuB0B0uCghB11Ba\
        Bl1Bnd1d0f2Cv1EgCaBgDUna8CE80GDe10GDd10GD412GD220GD310GCs10GB59CkC-0Bd4C-0K4El1Eq0Br30HNv3C\
        v1D7e8ga8ge8ge8ga8h78fe8B0e8ge8ge8g2822Ca20920HDpa6Cm409c2822D4e2822Dg207c2E022Du209Ja0HLt4\
        0IGv10ID6B30sB2ugk01wcBiqBx0CuBgBh0110KPn10DX610KP710KRb10KR825150KQs10KPt10KQv10KQu3013018\
        2KRv3D31Db31701dCaHD0B70HD060HD0-Ik9190BCO210BCO32B11Bkr1F2d1gBt1C73130BCQ4291d0110BJJ84316\
        j1j0BJK410BJKf10BJKb10BJK110BJK420BJIi10BJJa10BJIl3f1f0Bg10BJK310BCRo231901631v01wt0z0tEuBF\
        -gU-hBiB0BH7CeB8FgC6B8FvB5B719B7cdB7g5B780B7BY4D4C0DA0BuB0VN0BuB0-W2C2B2
        """
}
