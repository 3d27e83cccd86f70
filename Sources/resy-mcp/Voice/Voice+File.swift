internal import ResyDomain
internal import ResyNative

/// Files, and the database of this home.
extension Voice {
    func text(_ finding: FileFinding) -> String {
        switch finding {
        case .fault(let fault): "\(text(fault.act)) \(fault.path) failed: \(text(fault.reason))."
        case .database(let path, let fault): text(fault, of: path)
        case .readOnly(let path, let mode):
            "\(path) is read-only (mode \(String(mode, radix: 8))); nothing was written."
        case .changedMeanwhile(let path):
            "\(path) was changed by another program at this moment; nothing was written."
        case .tightened(let path, let old, let new):
            "\(path) was open to others (mode \(String(old, radix: 8))); it is \(String(new, radix: 8)) now."
        case .notWritableFolder(let path): "\(path) is not a folder that can be written."
        case .certificatesUnread(let path, let reason):
            "The certificates in \(path) could not be read: \(text(reason))."
        case .noCertificates(let path): "There is no certificate in \(path)."
        }
    }

    private func text(_ act: FileFault.Act) -> String {
        switch act {
        case .reading: "Reading"
        case .writing: "Writing"
        case .removing: "Removing"
        case .opening: "Opening"
        case .using: "Using"
        case .locking: "Locking"
        case .lookingAt: "Looking at"
        case .makingFolder: "Making the folder"
        case .settingMode: "Setting the mode of"
        }
    }

    func text(_ reason: FileFault.Reason) -> String {
        switch reason {
        case .system(let words): words
        case .tooLarge(let megabytes): "it is larger than \(megabytes) MiB"
        case .notFolder: "it is not a folder"
        case .notPlainFile: "it is not a plain file"
        case .noFile: "it is not a file"
        case .linkToNowhere: "it is a link that leads nowhere"
        case .anotherUsers: "it belongs to another user"
        case .anotherUsersFolder: "the folder belongs to another user"
        case .vanished: "it vanished"
        case .noKey: "it is not a Fernet key"
        case .notOfItsKey: "it does not fit its key, or is damaged"
        case .otherContents: "it holds something other than credentials"
        case .keyMissing(let path): "its key \(path) is missing"
        }
    }

    private func text(_ fault: DatabaseFault, of path: String) -> String {
        switch fault {
        case .locked: "The database \(path) is locked by another program."
        case .full: "The database \(path) could not grow: the disk is full."
        case .readOnly: "The database \(path) cannot be written."
        case .damaged: "The database \(path) is damaged."
        case .foreign: "\(path) is the database of another program."
        case .failed(let code): "The database \(path) failed (SQLite \(code))."
        case .newer(let version): "\(path) was written by a newer resy-mcp (version \(version) of its layout)."
        case .moved:
            "The database \(path) was moved or replaced while a booking or cancellation is under way."
        }
    }

    // MARK: - What to do

    func text(_ advice: FileAdvice) -> String {
        switch advice {
        case .ofHome(let kind): ofHome(kind)
        case .ofAnotherProgram(let kind): ofAnotherProgram(kind)
        case .closeOthers:
            either("Ask the user to close what else uses it, then try again.", "Close what else uses it and try again.")
        case .makeRoom:
            either("Ask the user to make room on the disk, then try again.", "Make room and try again.")
        case .checkFolder:
            either(
                "Ask the user to run `resy-mcp doctor` in a terminal: it checks the folder's owner and modes. They can name "
                    + "another with --home where the server is started.",
                "Check the folder's owner and modes (`resy-mcp doctor` does), or use --home.")
        case .runDoctor: run("resy-mcp doctor")
        case .updateOrMove:
            either(
                "The user can update resy-mcp, or \(anotherHome).",
                "Update resy-mcp, or use another folder with --home.")
                + " The file was left as it is."
        case .moveHome:
            either("The user can \(anotherHome).", "Use another folder with --home.") + " The file was left as it is."
        case .startAnew:
            either("Ask the user to move", "Move")
                + " it away, then try again: a new one is made. Reservations stay safe at Resy. The file was left as it is."
        case .nothingSentCallAgain:
            either("Call again in a minute.", "Run this again in a minute.")
        case .allowWriting(let path):
            "If it may be changed, \(either("ask the user to run", "run")) `chmod u+w \(quoted(path))` and try again."
        case .quitTheApp: "Quit the app that it belongs to and try again."
        case .nameAnother: "Name another with --record."
        case .nameAnotherFolder: "Name another folder with --record."
        case .correctBundle:
            either(
                "The user can correct --cacert or RESY_CACERT where the server is started.",
                "Correct --cacert or RESY_CACERT.")
        case .bundleForm: "--cacert and RESY_CACERT take a file of certificates in PEM form."
        }
    }

    private func ofHome(_ kind: FileFault.Kind) -> String {
        switch kind {
        case .absent:
            either(
                "Ask the user to check the disk, and --home where the server is started.", "Check --home and the disk.")
        case .exists: "Try again."
        case .denied:
            either(
                "Ask the user to check the owner and the modes of the folder, or to \(anotherHome).",
                "Check the owner and the modes of the folder, or use another with --home.")
        case .readOnly:
            "The folder is read-only: \(either("the user can \(anotherHome)", "use another with --home"))."
        case .full: "The disk is full: \(either("ask the user to make room, then", "make room and")) try again."
        case .notPlain:
            either("The user can move it away, or \(anotherHome)", "Move it away, or use another folder with --home")
                + ": only plain files and folders are used here."
        case .foreign:
            "It belongs to another user: "
                + either(
                    "the user can name a folder of their own with --home where the server is started.",
                    "use a folder of your own with --home.")
        case .damaged:
            either(
                "Ask the user to restore it from a backup, or to run `resy-mcp logout` and then `resy-mcp login` in a "
                    + "terminal.",
                "Restore it from a backup, or run `resy-mcp logout` and then `resy-mcp login`.")
        case .other: run("resy-mcp doctor")
        }
    }

    private func ofAnotherProgram(_ kind: FileFault.Kind) -> String {
        switch kind {
        case .foreign: "Run this as whoever uses the app, without sudo."
        case .denied, .readOnly: "Check the owner and the modes of the file and its folder."
        case .full: "The disk is full: make room and try again."
        case .absent, .exists, .notPlain, .damaged, .other:
            "Look at it, or add the entry by hand: --dry-run prints it."
        }
    }

    /// What a user can do where a model's server is started.
    private var anotherHome: String { "name another folder with --home where the server is started" }

    /// For a shell.
    private func quoted(_ path: String) -> String { "'" + path.replacing("'", with: "'\\''") + "'" }
}
