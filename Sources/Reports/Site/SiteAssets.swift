/// Files all pages share.
public enum SiteAssets {
    /// A book on a stand.
    public static let favicon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#1f5fa8" d="M3 6q7-3 13 1 6-4 13-1v16q-7-3-13 1-6-4-13-1z"/>\
        <path stroke="#fff" stroke-width="1.5" d="M16 7v16"/><path stroke="#1f5fa8" stroke-width="2.5" d="M16 23v6M10 30h12"/></svg>

        """
}
