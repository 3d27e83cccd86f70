/// A document within the page, and where scripts for it are run.
struct PageFrame: Sendable, Hashable {
    var session: String
    var frame: String
    var url: String
    /// Beside the scripts of this very document, and gone with it: nothing is filled in where it has been left.
    var context: Int
}
