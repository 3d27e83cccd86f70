/// A document within the page, and where scripts for it are run.
struct PageFrame: Sendable, Hashable {
    var session: String
    var frame: String
    var url: String
    /// In its session: beside the scripts of the document, not among them. Nil where the session is its own.
    var context: Int?
}
