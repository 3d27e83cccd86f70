internal import ResyDomain

/// What installing did to an app's list, or would do, told.
struct InstallText {
    var name: String
    var path: String
    /// Nothing was written.
    var isRehearsal = false

    func of(_ done: ClientPlace.Installation) -> String {
        switch done {
        case .already(let addition):
            return (["It is there already, in \(path)."] + notes(addition.kind)).joined(separator: "\n")
        case .done(let addition, let backup):
            let copy = backup.map {
                [isRehearsal ? "The file as it was would be at \($0)" : "The file as it was: \($0)"]
            }
            return (lines(addition.kind) + (copy ?? [])).joined(separator: "\n")
        }
    }

    private func lines(_ kind: ClientConfiguration.Addition.Kind) -> [String] {
        switch kind {
        case .new: return [isRehearsal ? "This would be added to \(path)." : "Added to \(path)."]
        case .replaced:
            return [
                "\(isRehearsal ? "This would be put" : "Put") in the place of the entry \u{201C}\(name)\u{201D} that was "
                    + "there, in \(path)."
            ]
        case .updated(let update):
            let changed = update.changes.map { change in
                let new = Terminal.plain(change.new)
                return "  \(change.member): \(change.old.map { Terminal.plain($0) + " before, now " } ?? "")\(new)"
            }
            let did = isRehearsal ? "This would update" : "Updated"
            return ["\(did) the entry \u{201C}\(name)\u{201D} in \(path):"] + changed + notes(kind)
        }
    }

    private func notes(_ kind: ClientConfiguration.Addition.Kind) -> [String] {
        guard case .updated(let update) = kind else { return [] }
        var notes: [String] = []
        if !update.kept.isEmpty {
            notes.append("Kept as it was there: \(Terminal.plain(update.kept.joined(separator: ", "))).")
        }
        if !update.settings.isEmpty {
            notes.append(
                "Kept of its settings, since they were not given anew: \(Terminal.plain(update.settings.joined(separator: ", "))). "
                    + "To begin without them, run uninstall first.")
        }
        if !update.dropped.isEmpty {
            notes.append(
                "Left out, since `serve` does not take it: \(Terminal.plain(update.dropped.joined(separator: ", "))).")
        }
        notes += update.overruled.map { variable in
            let flags = ServeArguments.flags(of: variable).joined(separator: ", ")
            return "Its env still has \(Terminal.plain(variable)); the flag counts, not that: \(flags)."
        }
        return notes
    }
}
