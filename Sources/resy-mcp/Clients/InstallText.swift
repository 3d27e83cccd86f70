/// What installing did to an app's list, told.
enum InstallText {
    static func of(_ done: ClientPlace.Installation, _ name: String, at path: String) -> String {
        switch done {
        case .already: return "It is there already, in \(path)."
        case .done(let kind, let backup):
            return (lines(kind, name, at: path) + (backup.map { ["The file as it was: \($0)"] } ?? []))
                .joined(separator: "\n")
        }
    }

    private static func lines(_ kind: ClientConfiguration.Addition.Kind, _ name: String, at path: String) -> [String] {
        switch kind {
        case .new: return ["Added to \(path)."]
        case .replaced: return ["Put in the place of another program's entry \u{201C}\(name)\u{201D} in \(path)."]
        case .updated(let changes, let kept):
            let changed = changes.map { change in
                let new = Terminal.plain(change.new)
                return "  \(change.member): \(change.old.map { Terminal.plain($0) + " before, now " } ?? "")\(new)"
            }
            let stays = kept.isEmpty ? [] : ["Kept as it was there: \(Terminal.plain(kept.joined(separator: ", ")))."]
            return ["Updated the entry \u{201C}\(name)\u{201D} in \(path):"] + changed + stays
        }
    }
}
