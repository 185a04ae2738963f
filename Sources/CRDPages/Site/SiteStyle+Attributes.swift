extension SiteStyle {
    /// The tree of attributes.
    static let attributes = """
        .tools { display: flex; flex-wrap: wrap; gap: .4rem; margin: .75rem 0 1rem; }
        #page-notice { padding: .5rem .9rem; background: var(--mark); border-radius: 6px; }
        .tree, .tree details > ul { list-style: none; margin: 0; padding: 0; }
        .tree > li, .tree details > ul > li {
            padding: .7rem 0;
            border-top: 1px solid var(--line);
        }
        .h { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .7rem; }
        .h a { font: 600 .93rem/1.6 var(--mono); color: var(--front); }
        .h span { color: var(--quiet); font-size: .85rem; }
        .h b { color: var(--warm); font-size: .8rem; font-weight: 600; }
        .h i, .h em { color: var(--quiet); font-size: .8rem; font-style: normal; }
        .h em {
            background: var(--mark);
            color: var(--front);
            border-radius: 4px;
            padding: 0 .35rem;
        }
        .h code {
            margin-left: auto;
            background: none;
            padding: 0;
            color: var(--quiet);
            font-size: .82rem;
            text-align: right;
        }
        .d { font-size: .94rem; max-width: 46rem; }
        .d p { margin: .25rem 0; }
        .d ul, .d ol { margin: .25rem 0; padding-left: 1.3rem; }
        .d ul { list-style: disc; }
        .f { color: var(--quiet); font-size: .96em; }
        .f code { color: var(--front); }
        .names .d { display: none; }
        .names .tree li { padding: .25rem 0; }
        summary {
            cursor: pointer;
            width: fit-content;
            color: var(--quiet);
            font-size: .85rem;
        }
        .tree summary {
            margin-top: .55rem;
            padding: .05rem .7rem .05rem .5rem;
            border: 1px solid var(--line);
            border-radius: 1rem;
        }
        summary:hover { color: var(--front); border-color: var(--quiet); }
        .tree details[open] > summary { margin-bottom: .6rem; }
        .tree details > ul { padding-left: 1.1rem; border-left: 2px solid var(--line); }
        .tree details > ul > li:first-child { border-top: 0; padding-top: .2rem; }
        li:target > .h, .hit > .h {
            background: var(--mark);
            box-shadow: 0 0 0 .35rem var(--mark);
            border-radius: 2px;
        }
        @media (max-width: 40rem) {
            .h code { flex-basis: 100%; margin-left: 0; text-align: left; }
            .tree details > ul { padding-left: .7rem; }
        }

        """
}
