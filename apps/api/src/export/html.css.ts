/** How a page that stands by itself looks; light and dark, wide and narrow, on paper. */
export const style = `
:root{color-scheme:light dark;--ink:#1c1b19;--soft:#5a5650;--paper:#fdfcf9;--line:#d9d4ca;--link:#17558c}
@media (prefers-color-scheme:dark){:root{--ink:#ece8e0;--soft:#b3ada2;--paper:#191816;--line:#3d3a35;--link:#8fc1ee}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,"Times New Roman",serif}
main{max-inline-size:42rem;margin-inline:auto;padding:2rem 1rem 4rem}
h1,h2,h3,h4,h5,h6{line-height:1.25;text-wrap:balance}
h1{font-size:1.9rem}h2{margin-block-start:2.5rem;font-size:1.4rem}
p,li,dd,td,th,h1,h2,h3{overflow-wrap:anywhere}
a{color:var(--link)}
dl{margin-block:1rem;font-size:.9375rem}
dl div{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:.25rem 1rem;padding-block:.25rem;border-block-end:1px solid var(--line)}
dt{color:var(--soft)}dd{margin:0}
@media (max-width:30rem){dl div{grid-template-columns:1fr}}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
q{quotes:"\\201D" "\\201D"}q[data-language=en]{quotes:"\\201C" "\\201D"}
.wide{overflow-x:auto}table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:.25rem .6rem;text-align:start;vertical-align:top}td p,th p{margin:0}
figure{margin-inline:0}img{max-inline-size:100%;block-size:auto}
figcaption,.gone,.back,.whose{color:var(--soft);font-size:.875rem}
sup{line-height:0}.back{display:inline-block}
#whose li p,#notes li p{margin-block:.25rem}
article{margin-block:1.5rem;padding-block-start:.5rem;border-block-start:2px solid var(--line)}
@media print{body{background:#fff;color:#000}a{color:inherit}.back{display:none}article,figure,table{break-inside:avoid}}
`.replace(/\n/g, '');
