/// The scripts of Unicode 15.0, the version that Go 1.25 has (`Scripts.txt` of the Unicode Character
/// Database).
enum UnicodeScript {
    /// Returns the scalars of a script.
    ///
    /// - Parameter name: A name such as `Greek` or `Olditalic`: a capital, then small letters alone.
    /// - Returns: The ranges in order; `nil` if there is no such script.
    static func ranges(named name: String) -> [ClosedRange<UInt32>]? {
        var words = table.split(separator: " ").makeIterator()
        while let word = words.next(), let numbers = words.next() {
            if word == name { return ranges(numbers) }
        }
        return nil
    }

    private static func ranges(_ text: Substring) -> [ClosedRange<UInt32>] {
        var numbers = PackedNumbers(text)
        var ranges: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        while let gap = numbers.next(), let length = numbers.next() {
            ranges.append(next + gap...next + gap + length)
            next += gap + length + 1
        }
        return ranges
    }

    /// Each script's name and, for each range, the gap in front of it and its length less one.
    private static let table = """
        Adlam DwI0Cb4941 Ahom CFY0q2e4m Anatolianhieroglyphs CRA0S6 Arabic BQ04151d121v19bp1Db1B1Cg\
        BfHgu116C91sBySgDigLa2Cf2Bl70B0fDg41E6Dx3uDu2BXY031q111020191310106040101012111020101010101\
        1102316131310191g52141gBk1 Armenian BJhB52Bh22BzM34 Avestan CCY0Bl36 Balinese GY0Cc3Be Bamu\
        m BJV0CnBQI8Ro Bassavah CwWgt25 Batak G-0Bj83 Bengali CM0317212l1610332821238041142o Bhaiks\
        uki CHA081Bc1das Bopomofo Xa1LQpBaDgv Brahmi CEA0Cd4B390 Braille KA0Hv Buginese GQ0r21 Buhi\
        d Fw0j Canadianaboriginal FA0TvRgC5CANqf Carian CAV0Bg Caucasianalbanian CBJgBjb0 Chakma CE\
        I0Bk1h Cham BKQ0Bm9d2923 Cherokee Ez0Cl25BFxiCf Chorasmian CDzgr Common 0C0q5qBe1e14n0v0O1B\
        6542jDk0906010Tt060e030B00Es0Q40E11BGp0Ml3J20BPf2C71Gb110BGd0d073151220Y5b2Cm1a3a1ehB0BvB51\
        2251q1gB924UmpalyvI0Tj2v1D8Q0CtMib44101of743Cr130Cq1EjfB0B3BsBvvCgBf0CoF7GO0BvWI0B1D62F59Hk\
        0F00Mb0e1UOi1Gg9mB21i13Ej01vq5qaa0Bd1C0616a4I224Bc38CgcBjBcH4qBON43EVcDjBsHlaB62Bt3g817t4Bs\
        GljcjcCm9oE7Ck1C6112021231b10161C01327161r131410361Kj2J32BhFDhC3CcBsW2Bb4D3ce2e1e1B4aFdBop1\
        1dBb4871e5Eq-n4g3c3Dm4Cu6b40fb4Bn896B78t21CeKjcd2c387Bd168d48787Ei1BmB59YBA70uCv Coptic _2d\
        KEgDj56 Cuneiform CIA0ypD6De14bG3 Cypriot CCA05201Bb113020 Cyprominoan CLygD2 Cyrillic BA0E\
        42F8Fwg8F20Cc0ED7v-C0CvVye1BYQ0BtB10 Deseret CBA0Cf Devanagari CI0Cg4e2pBHx0vyQ09 Divesakur\
        u CGI062027111t112b99 Dogra CGA0Br Duployan DPA0Da5c387923 Egyptianhieroglyphs CMA0BCl Elba\
        san CBI0B7 Elymaic CD_0m Ethiopic EQ0C8132610132B8132B0132610132e1Bo132C22v3pGP6m9616161616\
        161616_J2525259616CPFh613111e Georgian EF0B510502Ba13CygBa22EC0B51050 Glagolitic LA0CvDMz06\
        1g261114 Gothic CAZgq Grantha CEY0317212l1611142821222060562634 Greek xg3122310401012101j1B\
        uefGJ64Bi444Ck0K0l252B525271010101u2Bk1e1d251i2218J70BCRu0VOqCeh0BUCvC5 Gujarati CU1218121l\
        16111429121220f32b76 Gunjalagondi CHL05111B4111579 Gurmukhi CQ1215412l161111112014412230731\
        07g Han LU0p1CocGlBf010p8e3-4GNvC0UPvWI0Ld2D9zI81c1BEAeBJWvB0EBp6Gt2FU1eHJgDAvQtBP2Ewa5ECv \
        Hangul EI0HvHRe1I1CtDhuC1uzX1sU3Kz3cm4BgJz4u35252522 Hanifirohingya CDI0B789 Hanunoo FZ0k H\
        atran CCH0i1154 Hebrew BMhBm8q45BzJ8p1410111119 Hiragana MC1Cl62C_x1Iui0t2QFd0 Imperialaram\
        aic CCC0l18 Inherited Y0DfIl1O4aq0X03EKruQ121c16406031G6BvQc1G2B0DZp3Db1BTL5fgd-f0H20ECq0BO\
        -4Bd2mR02h726u3YLwiHf Inscriptionalpahlavi CCx0i57 Inscriptionalparthian CCw0l27 Javanese B\
        KM0Cd2941 Kaithi CEE0C2a0 Kannada DE0c121m19142812137161132912 Katakana MF1Cp22HgfGgBe1CnBT\
        Ae91BcBMCi3161110Iv2Bi0e3 Kawi CHY0g1B83r Kayahli BKI0Bd10 Kharoshthi CCQ031157121s224978 K\
        hitansmallscript Cx_40GYrOl Khmer Fy0Ct2969P6v Khojki CEQ0h1Be Khudawadi CEVgBq59 Lao DU111\
        0141n101m2410161923 Latin C1p6pBf0f05m1u1O0B74GQrB56Bg535c1C5C1HvLh0d0gcEd160r0hB8CWnv-V2D5\
        3Bv511014odZgBa1813Tym6BAqp6pCB551B918BVw5u65 Lepcha HA0Bn3e32 Limbu GI0u1b4b403b Lineara C\
        BQ0Jm9la7 Linearb CAA0b1p1i111e2dB2Dq Lisu BJGgBf-Vg0 Lycian CAU0s Lydian CCJ0p50 Mahajani \
        CEKgB6 Makasar CHX0o Malayalam DI0c121Bi12154f2p Mandaic CC0r20 Manichaean CCW0B64b Marchen\
         CHDgv2l1d Masaramgondi CHI06111Bb30111889 Medefaidrin CxS0Cq Meeteimayek BKX0mG9Bd29 Mende\
        kikakui DwA0G42f Meroiticcursive CCN0n4j2Bd Meroitichieroglyphs CCM0v Miao CxY0Ca4Bo7g Modi\
         CFQ0C4b9 Mongolian GA01201j6Co7BaB_Nlc Mro CwS0u1941 Multani CEU0610131e1a Myanmar EA0EvBG\
        K0uD1v Nabataean CCE0u88 Nagmundari DZGgB9 Nandinagari CGN072Bd2a Newtailue GM0Bb4p6a31 New\
        a CFA0Cr14 Nko B-0Bq22 Nushu Cx_10QMeMb Nyiakengpuachuehmong DYI0Bc3d2941 Ogham FU0s Olchik\
        i HCgBf Oldhungarian CDE0BidBi75 Olditalic CAY0B392 Oldnortharabian CCU0v Oldpermic CAwgBa \
        Oldpersian CAz0B34d Oldsogdian CDY0B7 Oldsoutharabian CCT0v Oldturkic CDA0C8 Olduyghur CDxg\
        p Oriya CY1217212l1611142821227241142h Osage CBFgB34B3 Osmanya CBE0t29 Pahawhhmong CwY0C5a9\
        161k5i Palmyrene CCD0v Paucinhau CGW0Bo Phagspa BKC0Bn Phoenician CCI0r30 Psalterpahlavi CC\
        y0h73c6 Rejang BKJgB3b0 Runic FV0Ca3a Samaritan CA0Bd2e Saurashtra BKE0C58b Sharada CEM0Cv \
        Shavian CBCgBf Siddham CFM0Bl2B5 Signwriting DWA0Ubf41e Sinhala DM121h3n181026304510176922C\
        A_cj Sogdian CDZgB9 Sorasompeng CEGgo79 Soyombo CGSgCi Sundanese Gy0BvI07 Sylotinagri BKA0B\
        c Syriac BY0d1Br22Iga Tagalog FY0l90 Tagbanwa Fx0c1211 Taile GKgt24 Taitham GR0Bu1s2a696d T\
        aiviet BKU0C2o4 Takri CFU0Bp69 Tamil Cy2115321331101131323b4432132060ekCE-5Bhd0 Tangsa CwTg\
        Ce19 Tangut Cx_00vF_n8XvQ08 Telugu DA0c121m1f281213711220232978 Thaana By0Bh Thai DQ1Bp5r T\
        ibetan DY0C71B34B61B31e1641 Tifinagh LJgBn71e0 Tirhuta CFE0C789 Toto DYUgu Ugaritic CAy0t10\
         Vai BJI0Jb Vithkuqi CBLga1e16111a1e1611 Wancho DYW0Bp50 Warangciti CGF0Cic0 Yezidi CDU0B91\
        221 Yi BIA0BEc3Bm Zanabazarsquare CGQ0C7
        """
}
