extension PageStylesheet {
    /// The tables of verified numbers; on paper the folded ones are left out.
    static let verification = """
        details.verification { margin: 2.4rem 0 0; }
        details.verification > summary { font: .85rem var(--tool-font); color: var(--link); cursor: pointer; }
        .verified-numbers, .verification-counts { font-size: .82rem; }
        .verified-numbers code { font-size: .95em; }
        .verified-numbers td a { white-space: nowrap; }
        @media print { details.verification { display: none; } }
        """
}
