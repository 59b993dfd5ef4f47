/** A logo as designers send it, with a fault of nearly every kind that can be mended. Of a roastery that does not exist. */
export const SAMPLE_LOGO = {
  name: 'marten-roastery.svg',
  text: `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 28.1.0, SVG Export Plug-In . SVG Version: 6.00 Build 0) -->
<svg version="1.1" baseProfile="tiny" id="Layer_1" xmlns="http://www.w3.org/2000/svg"
  xmlns:xlink="http://www.w3.org/1999/xlink" x="0px" y="0px" width="100%"
  viewBox="0 0 240 180" overflow="visible" xml:space="preserve">
<style type="text/css">
  .st0{fill:#7A3B1E;}
  .st1{fill:url(#steam);opacity:0.8;}
  .st2{fill:none;stroke:#7A3B1E;stroke-width:6;stroke-linecap:round;}
</style>
<defs>
  <linearGradient id="steam" x1="0" y1="0" x2="0" y2="1" gradientTransform="rotate(20)">
    <stop offset="0" style="stop-color:#E9B872"/>
    <stop offset="1" style="stop-color:#C8763A"/>
  </linearGradient>
</defs>
<g>
  <path class="st0" d="M60 92H180C180 126 162 150 138 156H102C78 150 60 126 60 92z"/>
  <path class="st2" d="M178 104C200 100 204 130 172 134"/>
  <path class="st1" d="M104 84C92 66 116 56 106 34C128 48 118 66 122 84z"/>
  <path id="bean" style="fill:#E9B872;stroke:none" d="M96 122C96 112 106 104 116 108C116 118 108 128 96 122z"/>
  <use xlink:href="#bean" transform="translate(28 6)"/>
  <circle style="fill:#FFFFFF" opacity="0.6" cx="84" cy="104" r="5"/>
  <rect display="none" x="0" y="0" width="240" height="180"/>
</g>
</svg>
`,
} as const
