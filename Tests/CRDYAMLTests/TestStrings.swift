/// Strings that give writers of YAML trouble, or seem to.
enum TestStrings {
    /// Strings that every reader takes for strings.
    static let plain = lines(
        """
        a
        a-b
        a b
        -foo
        --
        --1
        ?foo
        :foo
        a:b
        a::b
        ::1
        a :b
        http://x
        foo#
        a#b
        it's
        a"b
        a\\b
        a, b
        a[0]
        f(x){y}
        a&b
        a*
        x=1
        ==
        <<<
        ~x
        .a
        ..
        ...x
        1.2.3
        v1
        10.0.0.1
        1Gi
        100m
        10%
        1,000
        1-1
        1e
        1e3x
        0xG
        0b2
        0o8
        e3
        _1
        +
        +-1
        -a-
        12:60
        00:30
        08:15
        24-01-01
        2024-1-1
        2024-01
        2024-01-01T
        2024-01-01T12:30Z
        inf
        nan
        tRue
        nUll
        None
        nil
        Norway
        ml.m5.xlarge
        arn:aws:iam::123456789012:role/x
        s3://bucket/key?versionId=1
        sha256:9f86d081884c7d65
        (?!a)b
        $(VAR)
        é
        日本語
        😀
        \u{A0}
        \u{E000}
        """
    )

    /// Strings that some reader takes for something else, and those that are no plain scalars.
    static let quoted =
        lines(
            """
            ~
            null
            Null
            true
            FALSE
            yes
            No
            on
            OFF
            y
            N
            0
            -1
            +1
            1_000
            017
            08
            0o17
            0O7
            0x1F
            0x_
            0x10000000000000000
            0b101
            0b-1
            0b_
            0o_
            -_
            +__
            1.0
            1.
            .5
            .5_0
            ._5
            .
            -.
            1e3
            1.5e400
            1e400
            .inf
            -.INF
            .nan
            12:30
            12:30:45
            -1:30
            190:20:30.15
            0:30.5
            2024-01-01
            2024-1-1 1:02:03
            2001-12-14t21:59:43.10-05:00
            2001-12-14 21:59:43.10 -5
            =
            <<
            -
            - a
            ?
            ? a
            :
            : a
            a:
            a: b
            a #b
            #a
            ,a
            [a
            ]
            {a}
            }
            &a
            *a
            !a
            |
            >
            "a"
            %a
            @a
            `a
            ---
            --- a
            ---x
            ----
            ...
            """
        ) + ["", " ", " a", "a ", "a  "]

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init)
    }
}
