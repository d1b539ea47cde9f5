/// Prints the tokens and nodes of source files as lines that another program can compare.
///
///     syntax-dump [--pattern] [--tokens-only | --time ROUNDS | --outline | --quiet] [--language NAME] [--files-from LIST] FILE...
///
/// For each file a line `file PATH BYTES`, then a line a token, `t KIND START END`, with `u` after it where it is
/// unterminated; a line a comment, `c START END`; and a line a node in preorder, `n DEPTH ROLE KIND START END MAIN-START
/// MAIN-END`. Offsets are bytes. `--time` prints how long lexing, and lexing with tree building, of all files takes; `--quiet`
/// nothing, so that the whole process can be measured.
let options = Options(CommandLine.arguments.dropFirst())
guard let options else {
    Output.fail(
        "usage: syntax-dump [--pattern] [--tokens-only | --time ROUNDS | --outline | --quiet] [--language NAME] FILE..."
    )
}
var output = Output()
var inputs: [Input] = []
for path in options.paths {
    guard let input = Input(path: path, language: options.language) else {
        output.flush()
        Output.fail("cannot read \(path), or no language for it")
    }
    if options.rounds > 0 {
        inputs.append(input)
    } else {
        Dump(input: input, options: options).write(to: &output)
    }
}
if options.rounds > 0 { Timing(inputs: inputs, rounds: options.rounds).write(to: &output) }
output.flush()
