/// The parts of an absolute URL that this program needs, read without a URL library.
package enum URLText {
    /// The host in lower case, without brackets or port; nil for anything that is not `scheme://host…`.
    package static func host(_ url: String) -> String? {
        guard let start = url.firstRange(of: "://") else { return nil }
        // Within a text, a bracket, a quotation mark or a space ends it too.
        let authority = url[start.upperBound...].prefix { !"/?#)>\"' ".contains($0) }
        let bare = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let host =
            bare.hasPrefix("[")
            ? bare.dropFirst().prefix { $0 != "]" }
            : bare.prefix { $0 != ":" }
        return host.isEmpty ? nil : host.lowercased()
    }
}
