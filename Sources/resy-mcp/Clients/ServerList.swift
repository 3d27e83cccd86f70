internal import ResyDomain
internal import ResyNative

/// An app's list of servers, in the text of its file. What is changed is that one entry; every other byte stays.
protocol ServerList: Sendable {
    var bytes: [UInt8] { get }
    /// Of all entries, in the order of the file.
    var names: [String] { get }
    /// There is a list, be it an empty one.
    var hasSection: Bool { get }

    func entry(_ name: String) -> ServerEntry?

    /// The entry in its own words, to be put back.
    func written(_ name: String) -> WrittenEntry?

    /// The text with that entry, in the place of the one that has the name.
    func putting(_ name: String, _ entry: JSON) throws(ServerListFault) -> [UInt8]

    /// The text with one member of the entry that is there set; its other members stay.
    func putting(_ name: String, _ member: String, _ value: JSON) throws(ServerListFault) -> [UInt8]

    /// The text with that entry in the place of the one that has the name.
    func puttingBack(_ name: String, _ entry: WrittenEntry) throws(ServerListFault) -> [UInt8]

    /// `andSection`: a list that this leaves empty goes too, where the form has one.
    func removing(_ name: String, andSection: Bool) throws(ServerListFault) -> [UInt8]
}

/// An entry as its file has it.
struct WrittenEntry: Sendable, Equatable {
    enum Form: Sendable, Equatable {
        /// One value, behind the name.
        case value
        /// TOML: under headers of its own.
        case tables
        /// TOML: a line for each member.
        case lines
    }

    let form: Form
    let text: [UInt8]
}
