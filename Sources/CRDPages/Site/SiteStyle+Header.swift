extension SiteStyle {
    /// The bar at the top, with the field of the search and its results.
    static let header = """
        .skip { position: absolute; left: -99rem; }
        .skip:focus {
            left: 1rem;
            top: .5rem;
            z-index: 3;
            background: var(--back);
            padding: .5rem 1rem;
        }
        .top {
            position: sticky;
            top: 0;
            z-index: 2;
            display: flex;
            align-items: center;
            gap: 1rem;
            padding: .6rem 1.25rem;
            background: var(--back);
            border-bottom: 1px solid var(--line);
        }
        .home { font-weight: 600; color: var(--front); }
        .search { position: relative; flex: 1; max-width: 34rem; margin: 0 auto; }
        .search input {
            width: 100%;
            font: inherit;
            font-size: .95rem;
            line-height: 1.4;
            color: var(--front);
            background: var(--raised);
            border: 1px solid var(--line);
            border-radius: 8px;
            padding: .35rem 2.2rem .35rem .8rem;
        }
        .search input::placeholder { color: var(--quiet); opacity: 1; }
        .search input::-webkit-search-cancel-button { display: none; }
        kbd {
            position: absolute;
            right: .6rem;
            top: .5rem;
            padding: 0 .4rem;
            border: 1px solid var(--line);
            border-radius: 4px;
            color: var(--quiet);
            font: .75rem/1.5 var(--mono);
            pointer-events: none;
        }
        input:focus ~ kbd { display: none; }
        #page-panel {
            position: absolute;
            left: 0;
            right: 0;
            top: calc(100% + .4rem);
            max-height: min(32rem, 75vh);
            overflow-y: auto;
            background: var(--back);
            border: 1px solid var(--line);
            border-radius: 10px;
            box-shadow: 0 10px 30px rgb(0 0 0 / .18);
        }
        #page-results { list-style: none; margin: 0; padding: .3rem; }
        #page-results a {
            display: block;
            padding: .4rem .6rem;
            border-radius: 6px;
            color: var(--front);
            line-height: 1.35;
        }
        #page-results a:hover { text-decoration: none; background: var(--raised); }
        #page-results [aria-selected=true] a {
            background: var(--raised);
            box-shadow: inset 2px 0 var(--link);
        }
        #page-results span { display: block; color: var(--quiet); font-size: .82rem; }
        #page-count {
            margin: 0;
            padding: .4rem .9rem .6rem;
            color: var(--quiet);
            font-size: .82rem;
        }
        @media (max-width: 40rem) {
            .home { display: none; }
            .top { gap: .6rem; padding: .6rem .8rem; }
            html:not(.js) .home { display: block; }
        }

        """
}
