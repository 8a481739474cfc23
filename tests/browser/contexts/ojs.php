<?php
// What Open Journal Systems does to an HTML galley before it serves it, as far as it can hurt a large file: the rules for
// dependent files, links to ojs://, the styles of the theme, the names that are filled in. Written after a reading of its
// HTML galley plugin, not copied; where a rule gives up the answer is empty, as it is there.
//
//     php -d pcre.jit=0 ojs.php galley.html style.css > served.html

[, $galley, $style] = $argv;
$text = file_get_contents($galley);
$site = 'http://journal.invalid/index.php/j';

// Each file that the editor put beside the galley is looked for in links, scripts and styles.
foreach (['figure-1.png', 'table (2).csv'] as $name) {
    $quoted = preg_quote(rawurlencode($name), '/');
    $address = "$site/article/download/1/1/2/" . rawurlencode($name);
    $rules = [
        '/((?i:src|href|data))\s*=\s*"([^"]*' . $quoted . ')"/' => '$1="' . $address . '"',
        '/(?i:url)\s*\:\s*\'(' . $quoted . ')\'/' => "url:'$address'",
        '/(?i:url)\(' . $quoted . '\)/' => "url($address)",
        '/(?i:url)=([^"]*' . $quoted . ')/' => "url=$address",
    ];
    foreach ($rules as $pattern => $replacement) {
        $text = (string) preg_replace($pattern, $replacement, $text);
    }
}

$links = fn (array $found): string => $found[1] . "$site/" . $found[2] . $found[3];
$text = (string) preg_replace_callback('/(<[^<>]*")(?i:ojs):\/\/([^"]+)("[^<>]*>)/', $links, $text);

$theme = '<style type="text/css">' . file_get_contents($style) . "</style>\n";
$text = str_ireplace('<head>', "<head>\n$theme", $text);

$names = ['issueTitle' => 'No 1 (2026)', 'journalTitle' => 'J', 'siteTitle' => 'S', 'currentUrl' => "$site/article/view/1"];
foreach ($names as $name => $value) {
    $text = str_replace('{$' . $name . '}', $value, $text);
}
echo $text;
