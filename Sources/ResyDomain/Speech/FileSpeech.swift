/// What is so of files and of the database of this home.
package enum FileFinding: Sendable, Equatable {
    case fault(FileFault)
    case database(path: String, DatabaseFault)
    /// Another program's file, which its owner may not write.
    case readOnly(path: String, mode: Int)
    case changedMeanwhile(path: String)
    /// It was open to others.
    case tightened(path: String, from: Int, to: Int)
    case notWritableFolder(path: String)
    case certificatesUnread(path: String, FileFault.Reason)
    case noCertificates(path: String)
}

/// Why the database cannot be used.
package enum DatabaseFault: Sendable, Equatable {
    case locked, full, readOnly, damaged, foreign
    case failed(code: Int)
    case newer(version: Int)
    /// Moved or replaced while something is under way.
    case moved
}

/// What to do about files.
package enum FileAdvice: Sendable, Equatable {
    /// About a file or folder of this home.
    case ofHome(FileFault.Kind)
    /// About a file that another program owns.
    case ofAnotherProgram(FileFault.Kind)
    case closeOthers
    case makeRoom
    case checkFolder
    case runDoctor
    case updateOrMove
    case moveHome
    case startAnew
    case nothingSentCallAgain
    case allowWriting(path: String)
    case quitTheApp
    /// For what is to be recorded.
    case nameAnother
    case nameAnotherFolder
    case correctBundle
    case bundleForm
}
