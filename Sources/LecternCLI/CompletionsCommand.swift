import ArgumentParser

struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "Print what completes lectern's commands in a shell.",
        discussion: """
              lectern completions bash > ~/.local/share/bash-completion/completions/lectern
              lectern completions zsh > ~/.zfunc/_lectern       with ~/.zfunc in fpath
              lectern completions fish > ~/.config/fish/completions/lectern.fish
            """)

    @Argument(help: "The shell: bash, zsh or fish.")
    var shell: String

    func validate() throws {
        if CompletionShell(rawValue: shell) == nil {
            throw ValidationError("there are completions for bash, zsh and fish, not for '\(shell)'")
        }
    }

    func run() throws {
        guard let shell = CompletionShell(rawValue: shell) else { return }
        Terminal.write(LecternCommand.completionScript(for: shell))
    }
}
